package unroll.engine.graph;

/** An operation with one signal for its result. */
abstract class Unit extends Operation {
    private final Signal out;

    Unit(Signal out) {
        this.out = out;
    }

    @Override
    final Signal out() {
        return out;
    }

    @Override
    final int begin() {
        return out.begin();
    }

    @Override
    final int end() {
        return out.end();
    }

    @Override
    final void written(int from, int to) {
        out.written(from, to);
    }
}
