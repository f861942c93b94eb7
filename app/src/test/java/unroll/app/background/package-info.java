@NullMarked
package unroll.app.background;

import org.jspecify.annotations.NullMarked;
