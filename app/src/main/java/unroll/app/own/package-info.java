/**
 * Data of a person's own: {@link unroll.app.own.DataModel} is how they are read, to be seen and changed, and {@link
 * unroll.app.own.DataSheet} shows it.
 */
@NullMarked
package unroll.app.own;

import org.jspecify.annotations.NullMarked;
