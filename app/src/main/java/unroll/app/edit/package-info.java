/** Undo and redo: a {@link History} of named {@link Edit}s of an immutable value. */
@NullMarked
package unroll.app.edit;

import org.jspecify.annotations.NullMarked;
