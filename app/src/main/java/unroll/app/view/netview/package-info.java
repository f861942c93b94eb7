/** The network as units and connections, with the sum of each unit as arithmetic: {@link unroll.app.view.netview.LiveNetwork}. */
@NullMarked
package unroll.app.view.netview;

import org.jspecify.annotations.NullMarked;
