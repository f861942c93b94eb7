/** Control: a {@link Plant} moves by commands, and a {@link ControlLoop} closes a network around it. */
@NullMarked
package unroll.engine.control;

import org.jspecify.annotations.NullMarked;
