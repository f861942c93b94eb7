/** Tests of the window as a person uses it. */
@NullMarked
package unroll.app.gallery;

import org.jspecify.annotations.NullMarked;
