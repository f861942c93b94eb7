/** The window around the screens: {@link Workbench} wires everything by constructors, {@link ShellView} is the frame. */
@NullMarked
package unroll.app.shell;

import org.jspecify.annotations.NullMarked;
