@NullMarked
package unroll.app.view.netview;

import org.jspecify.annotations.NullMarked;
