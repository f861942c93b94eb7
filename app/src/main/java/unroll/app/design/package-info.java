/**
 * The design screen: {@link unroll.app.design.DesignView} shows the network of the open experiment as a drawing, {@link
 * unroll.app.design.PlanEditor} changes it through the experiment's history.
 */
@NullMarked
package unroll.app.design;

import org.jspecify.annotations.NullMarked;
