package unroll.engine.optim;

import unroll.engine.backend.Buffer;
import unroll.engine.objective.Objective;
import unroll.engine.setting.Schedule;

/** RMSprop (Tieleman and Hinton 2012): {@code s = c s + (1 - c) g g; theta = theta - epsilon g / (sqrt(s) + delta)}. */
final class RmsPropMethod extends FirstOrderMethod {
    private final RmsProp settings;
    private final CarriedVector squares = carry("squares");

    RmsPropMethod(Objective objective, RmsProp settings) {
        super(objective, settings.learningRate(), Schedule.constant(0), settings.clip());
        this.settings = settings;
    }

    @Override
    void propose(Buffer gradient, double share, long update, Buffer parameters) {
        shorten(gradient, share);
        double c = settings.keptSquare().at(update);
        backend().copy(squares.now(), squares.next());
        backend().times(1 - c, gradient, gradient, c, squares.next());
        backend().overRoot(-report().rate(), gradient, squares.next(), settings.offset(), 1, parameters);
    }
}
