@NullMarked
package unroll.app.view.shares;

import org.jspecify.annotations.NullMarked;
