@NullMarked
package unroll.app.view.live;

import org.jspecify.annotations.NullMarked;
