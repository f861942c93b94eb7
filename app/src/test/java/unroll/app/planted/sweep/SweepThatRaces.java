package unroll.app.planted.sweep;

import unroll.app.compare.RaceModel;

/** Stands for a screen that knows another screen. */
public final class SweepThatRaces {
    boolean races(RaceModel race) {
        return race.runningProperty().get();
    }
}
