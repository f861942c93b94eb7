/** Tests of views as files. */
@NullMarked
package unroll.app.export;

import org.jspecify.annotations.NullMarked;
