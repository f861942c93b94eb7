/** Tests of the window as a person uses it. */
@NullMarked
package unroll.app.chart;

import org.jspecify.annotations.NullMarked;
