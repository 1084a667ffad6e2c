/** A configuration file as read: rules, a dictionary, a pipeline. `path` is what messages show. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}
