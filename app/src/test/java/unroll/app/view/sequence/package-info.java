/** Tests of what is drawn of a test sequence. */
@NullMarked
package unroll.app.view.sequence;

import org.jspecify.annotations.NullMarked;
