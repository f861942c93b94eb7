package unroll.app.view.live;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unroll.engine.control.Plant;
import unroll.engine.probe.LiveMovement;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;

/** Asks for the network that can be led by hand; what it controls is made once. */
final class LiveProbe implements Probe<LiveLook> {
    /** Targets that tell where all of them are. */
    private static final int MOST = 64;

    private final int sequences;
    private @Nullable LiveLook first;

    /** @param sequences how many tests there are */
    LiveProbe(int sequences) {
        this.sequences = Math.min(sequences, MOST);
    }

    @Override
    public LiveLook answer(Replica replica) {
        LiveLook known = first;
        if (known == null) {
            Optional<LiveMovement> movement = replica.live();
            Rectangle2D learned =
                    movement.map(made -> learned(replica, made.plant())).orElseGet(Rectangle2D.Double::new);
            known = new LiveLook(replica.update(), movement, replica.theta(), learned);
            first = known;
        }
        return new LiveLook(replica.update(), known.movement(), replica.theta(), known.learned());
    }

    private Rectangle2D learned(Replica replica, Plant plant) {
        Rectangle2D all = new Rectangle2D.Double();
        for (int i = 0; i < sequences; i++) {
            float[] target = replica.wanted(i).target()[0];
            double[] goal = new double[plant.width()];
            Arrays.setAll(goal, k -> target[k]);
            double[] tip = plant.tip(goal, 0);
            if (i == 0) {
                all.setRect(tip[0], tip[1], 0, 0);
            }
            all.add(tip[0], tip[1]);
        }
        return all;
    }
}
