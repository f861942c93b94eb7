@NullMarked
package unroll.app.own;

import org.jspecify.annotations.NullMarked;
