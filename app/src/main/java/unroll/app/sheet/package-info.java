/** Settings to edit: {@link PropertySheet} is made from any record of settings. */
@NullMarked
package unroll.app.sheet;

import org.jspecify.annotations.NullMarked;
