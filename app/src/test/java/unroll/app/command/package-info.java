/** Tests of the window as a person uses it. */
@NullMarked
package unroll.app.command;

import org.jspecify.annotations.NullMarked;
