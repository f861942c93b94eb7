package unroll.engine.graph;

/** An operation that computes a single signal, at all its steps. */
abstract class SingleOutput extends Operation {
    private final Signal out;

    SingleOutput(Signal out) {
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
