/**
 * What is the same when the program is started again: {@link Preferences}, and {@link KeptFile} for everything small that is kept.
 */
@NullMarked
package unroll.app.kept;

import org.jspecify.annotations.NullMarked;
