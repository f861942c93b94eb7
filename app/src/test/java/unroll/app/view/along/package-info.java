@NullMarked
package unroll.app.view.along;

import org.jspecify.annotations.NullMarked;
