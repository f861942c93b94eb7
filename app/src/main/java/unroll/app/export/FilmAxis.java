package unroll.app.export;

/** What a film goes along. */
enum FilmAxis {
    STEPS("time steps", "The sequence, step by step"),
    UPDATES("training", "The same step of the network at all updates that are remembered");

    private final String words;
    private final String help;

    FilmAxis(String words, String help) {
        this.words = words;
        this.help = help;
    }

    String words() {
        return words;
    }

    String help() {
        return help;
    }
}
