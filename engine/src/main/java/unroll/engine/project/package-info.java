/** A run with all that belongs to it as one file: {@link ProjectFile}. */
@NullMarked
package unroll.engine.project;

import org.jspecify.annotations.NullMarked;
