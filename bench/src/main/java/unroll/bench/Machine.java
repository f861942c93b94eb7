package unroll.bench;

import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.model.ContrastiveDivergence;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.PredictionSettings;
import unroll.engine.model.RnnRbm;
import unroll.engine.model.Rtrbm;
import unroll.engine.setting.Schedule;

/** Boltzmann machines of films and music whose update is measured: a film of 100 frames, or 10 pieces of 60 steps. */
enum Machine {
    /** The thesis' films. */
    RTRBM_900_400(900, 400, 0, 100, 1, 25),
    /** Small films, as in the gallery. */
    RTRBM_225_200(225, 200, 0, 100, 1, 25),
    /** Chorales. */
    RNN_RBM_88_100(88, 100, 200, 60, 10, 15);

    final int visible;
    final int hidden;
    final int memory;
    final int steps;
    final int sequences;
    final int sweeps;

    Machine(int visible, int hidden, int memory, int steps, int sequences, int sweeps) {
        this.visible = visible;
        this.hidden = hidden;
        this.memory = memory;
        this.steps = steps;
        this.sequences = sequences;
        this.sweeps = sweeps;
    }

    /** The model, whose chains begin at the data. */
    ModelSettings settings() {
        var divergence = new ContrastiveDivergence(Schedule.constant(sweeps), false);
        var prediction = new PredictionSettings.MeanField(10);
        return memory == 0
                ? new Rtrbm(hidden, VisibleUnits.BINARY, 1, false, 0, true, 0, divergence, prediction)
                : new RnnRbm(memory, hidden, VisibleUnits.BINARY, 1, 0, 0, divergence, prediction);
    }

    /** Floating-point operations of the matrix products of one update: sweeps, the forward sweep, and the backward sweep's two each. */
    double operations() {
        double rows = (double) steps * sequences;
        double machine = (double) visible * hidden;
        double recurrent = memory == 0
                ? (double) hidden * hidden
                : (double) memory * memory + (double) memory * (2.0 * visible + hidden);
        return 2 * rows * (2 * sweeps * machine + 3 * (machine + recurrent));
    }
}
