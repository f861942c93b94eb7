package unroll.app.view.live;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import unroll.app.view.LiveAnswer;
import unroll.engine.probe.LiveMovement;

/**
 * A network that can be led by hand.
 *
 * @param update whose network it is
 * @param movement what it controls, the same for all updates of a run; none where it controls nothing
 * @param theta its parameters, flat
 * @param learned where the targets of its task are, in metres
 */
public record LiveLook(long update, Optional<LiveMovement> movement, double[] theta, Rectangle2D learned)
        implements LiveAnswer {}
