/** Readers of a user's own files: they refuse what is damaged with file, line and column. See {@link PictureSet} and {@link PlainText}. */
@NullMarked
package unroll.engine.data;

import org.jspecify.annotations.NullMarked;
