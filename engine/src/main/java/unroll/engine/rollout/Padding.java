package unroll.engine.rollout;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;

/** The steps of each sequence after the last that counts: nothing is read there, and nothing is damped. */
final class Padding {
    private final Backend backend;
    private final int steps;
    private final int[] ends;
    private final List<Activate> units;

    /** For each of the units 1 before the end of a sequence and 0 after it; those of one shape share theirs. */
    private final @Nullable Buffer[] masks;

    private double[] kept = {}; // the numbers of a mask, allocated once
    private boolean written;

    /** None in a graph to which nothing will be added. */
    Padding(Backend backend, Graph graph) {
        this.backend = backend;
        steps = graph.steps();
        ends = new int[graph.sequences()];
        units = graph.units();
        masks = new Buffer[units.size()];
        Arrays.fill(ends, steps);
    }

    /** Takes the weights {@code [T][B]} of a batch. */
    void take(double[] weights) {
        for (int b = 0; b < ends.length; b++) {
            int end = steps;
            while (end > 0 && weights[(end - 1) * ends.length + b] == 0) {
                end--;
            }
            ends[b] = end;
        }
        written = false;
    }

    /** Takes where its only sequence ends. */
    void take(int end) {
        ends[0] = end;
        written = false;
    }

    /** One past the last step of a sequence that counts; 0 where none does. */
    int end(int sequence) {
        return ends[sequence];
    }

    /** Makes the directional values of hidden units 0 in the padding. */
    void clearTangents() {
        if (!any()) {
            return;
        }
        if (!written) {
            write();
        }
        for (int i = 0; i < masks.length; i++) {
            Buffer mask = masks[i];
            if (mask != null) {
                Buffer tangent = units.get(i).units().tangent();
                backend.times(1, tangent, mask, 0, tangent);
            }
        }
    }

    private boolean any() {
        for (int end : ends) {
            if (end < steps) {
                return true;
            }
        }
        return false;
    }

    private void write() {
        for (int i = 0; i < masks.length; i++) {
            int like = like(i);
            if (like == i) {
                write(i);
            }
            masks[i] = masks[like];
        }
        written = true;
    }

    /** The first of the units whose signal has the shape of that one's. */
    private int like(int unit) {
        Signal signal = units.get(unit).units();
        for (int i = 0; i < unit; i++) {
            Signal other = units.get(i).units();
            if (other.width() == signal.width() && other.begin() == signal.begin() && other.end() == signal.end()) {
                return i;
            }
        }
        return unit;
    }

    private void write(int unit) {
        Signal signal = units.get(unit).units();
        Buffer mask = masks[unit];
        if (mask == null) {
            mask = backend.allocate(signal.value().rows(), signal.width());
            masks[unit] = mask;
        }
        if (kept.length < mask.size()) {
            kept = new double[mask.size()];
        }
        for (int i = 0; i < mask.size(); i++) {
            int row = i / signal.width();
            kept[i] = signal.begin() + row / ends.length < ends[row % ends.length] ? 1 : 0;
        }
        backend.write(kept, 0, mask);
    }
}
