@NullMarked
package unroll.app.kept;

import org.jspecify.annotations.NullMarked;
