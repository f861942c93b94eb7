/** Tests of the window as a person uses it. */
@NullMarked
package unroll.app.shell;

import org.jspecify.annotations.NullMarked;
