package unroll.app.export;

import java.util.Locale;
import unroll.app.control.Played;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * Music, to be heard and to be gone on with in other programs.
 *
 * @param played what of it
 * @param beats quarter notes a minute
 */
@Kind(name = "mid", label = "MIDI", help = "The music, for programs that play and edit it.")
record MidiFormat(
        @Setting(
                label = "Music",
                help = "The free run, which goes on from the piece as the network plays by itself, or the piece.",
                initial = "free-run")
        Part played,

        @Setting(
                label = "Tempo",
                help = "How fast it is; where a step is a part of a second it lasts as long at any tempo.",
                unit = "beats/min",
                initial = "80",
                min = 10,
                max = 400)
        double beats)
        implements ExportFormat {

    /** What can be played. */
    enum Part {
        FREE_RUN,
        PIECE
    }

    @Override
    public boolean possible(ExportSubject subject) {
        return subject.played().isPresent();
    }

    @Override
    public String refusal(ExportSubject subject) {
        if (!possible(subject)) {
            return "There is no music in this view; choose another view or format.";
        }
        boolean goesOn = subject.played().filter(Played::goesOn).isPresent();
        return played == Part.PIECE || goesOn ? "" : "The network does not go on by itself here; export the piece.";
    }

    /** Where the network does not go on, the piece. */
    @Override
    public ExportFormat within(ExportSubject subject) {
        return refusal(subject).isEmpty() ? this : new MidiFormat(Part.PIECE, beats);
    }

    byte[] bytes(Played view) {
        return view.midi(played == Part.FREE_RUN, beats);
    }

    @Override
    public String summary(ExportSubject subject) {
        int bytes = subject.played().map(view -> bytes(view).length).orElse(0);
        return String.format(Locale.ROOT, "%,d bytes, one track.", bytes);
    }
}
