package unroll.app.view.flow;

import unroll.app.view.LiveAnswer;
import unroll.engine.gradient.GradientFlow;

/**
 * How error signals fare in a network on their way back through a test sequence.
 *
 * @param update whose network it is
 * @param sequence number of the test sequence, from 1
 * @param flow the sizes of the errors
 * @param followedAt the update whose Jacobians were the last to be multiplied
 * @param followed the flow of that update
 */
public record FlowLook(long update, int sequence, GradientFlow flow, long followedAt, GradientFlow followed)
        implements LiveAnswer {}
