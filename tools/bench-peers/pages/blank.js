// A page that loads nothing: what the others' memory is measured against.
export function boot() {}
