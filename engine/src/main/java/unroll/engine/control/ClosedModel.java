package unroll.engine.control;

import static unroll.engine.graph.Affine.term;

import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Delay;
import unroll.engine.graph.Graph;
import unroll.engine.graph.HostOperation;
import unroll.engine.graph.Parameter;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;

/**
 * Any model, closed by a {@link ControlLoop} around a plant: its parameters are the model's, its inputs what is given to the loop, its outputs the
 * rows {@code [x_t+1 u_t]}.
 */
record ClosedModel(Model network, ControlLoop loop) implements Model {
    @Override
    public Layout layout() {
        return network.layout();
    }

    /** What is given to a loop are forces and goals, of which none may be missing. */
    @Override
    public boolean dropsInputs() {
        return false;
    }

    @Override
    public Wiring wire(Graph graph, Parameters parameters, Signal given) {
        int n = loop.plant().width();
        Constants constants = new Constants(graph.backend());
        Signal first = graph.signal(n, 0, 1);
        graph.add(Affine.of(first, term(given, constants.first())));
        Signal rows = graph.signal(loop.width());
        Wiring wired = graph.loop(() -> {
            Signal next = graph.signal(n);
            Signal before = graph.signal(n);
            graph.add(Delay.given(before, next, 1, first));
            Signal seen = seen(graph, given, next, first);
            Signal v = graph.signal(loop.inputs());
            graph.add(Affine.of(v, constants.centre(), term(seen, constants.seen()), term(given, constants.goal())));
            Wiring inner = network.wire(graph, parameters, graph.dropped(v));
            Signal u = graph.signal(loop.outputs());
            graph.add(Affine.of(u, term(inner.output(), constants.commands())));
            graph.add(new HostOperation(next, loop.step(), before, u, given));
            graph.add(Affine.join(rows, next, u));
            return inner;
        });
        return new Wiring(
                wired.hidden(),
                rows,
                wired.recurrent(),
                Optional.of((backend, output, target, weight) ->
                        new TrackingCriterion(backend, loop.cost(), output, target, weight)));
    }

    /** The state as it was some steps ago; before the first step it is the first one. */
    private Signal seen(Graph graph, Signal given, Signal next, Signal first) {
        Signal[] delayed = new Signal[loop.longest() - loop.shortest() + 2];
        for (int i = 0; i < delayed.length - 1; i++) {
            delayed[i] = graph.signal(next.width());
            graph.add(Delay.given(delayed[i], next, loop.shortest() + i + 1, first));
        }
        if (loop.longest() == loop.shortest()) {
            return delayed[0];
        }
        delayed[delayed.length - 1] = given;
        Signal seen = graph.signal(next.width());
        graph.add(new HostOperation(seen, new DelayChoice(loop.given(), loop.shortest(), loop.longest()), delayed));
        return seen;
    }

    /** The matrices that choose, centre and scale. */
    private final class Constants {
        private final Backend backend;
        private final int n = loop.plant().width();
        private final GivenRow given = loop.given();
        private final double[] scale = loop.scale();

        Constants(Backend backend) {
            this.backend = backend;
        }

        private Parameter of(int rows, int columns, double[] numbers) {
            Buffer buffer = backend.allocate(rows, columns);
            backend.write(numbers, 0, buffer);
            return Parameter.constant(buffer);
        }

        /** From what is given to the first state. */
        Parameter first() {
            double[] numbers = new double[n * given.width()];
            for (int i = 0; i < n; i++) {
                numbers[i * given.width() + given.first() + i] = 1;
            }
            return of(n, given.width(), numbers);
        }

        /** From what is given to what the network receives. */
        Parameter goal() {
            double[] numbers = new double[2 * n * given.width()];
            for (int i = 0; i < n; i++) {
                numbers[(n + i) * given.width() + given.goal() + i] = scale[i];
            }
            return of(2 * n, given.width(), numbers);
        }

        /** From what is seen to what the network receives. */
        Parameter seen() {
            double[] numbers = new double[2 * n * n];
            for (int i = 0; i < n; i++) {
                numbers[i * n + i] = scale[i];
                numbers[(n + i) * n + i] = loop.relative() ? -scale[i] : 0;
            }
            return of(2 * n, n, numbers);
        }

        /** What is added, so that it receives 0 at home. */
        Parameter centre() {
            double[] home = loop.plant().home();
            double[] numbers = new double[2 * n];
            for (int i = 0; i < n; i++) {
                numbers[i] = -scale[i] * home[i];
                numbers[n + i] = loop.relative() ? 0 : numbers[i];
            }
            return of(1, 2 * n, numbers);
        }

        /** From outputs to commands. */
        Parameter commands() {
            double[] typical = loop.commands();
            double[] numbers = new double[typical.length * typical.length];
            for (int i = 0; i < typical.length; i++) {
                numbers[i * typical.length + i] = typical[i];
            }
            return of(typical.length, typical.length, numbers);
        }
    }
}
