/**
 * What the things in the window are called, whatever they look like and wherever they are: a node is given its
 * {@link unroll.app.address.NodeAddress}, and {@link unroll.app.address.NodeFinder} finds it.
 */
@NullMarked
package unroll.app.address;

import org.jspecify.annotations.NullMarked;
