/** What units receive from a picture, drawn as pictures: {@link unroll.app.view.fields.LiveFields}. */
@NullMarked
package unroll.app.view.fields;

import org.jspecify.annotations.NullMarked;
