package unroll.engine.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import unroll.engine.exchange.ExchangeException;
import unroll.engine.exchange.Export;
import unroll.engine.exchange.Provenance;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.AtomicFile;
import unroll.engine.model.ModelSettings;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.record.SignatureFile;
import unroll.engine.task.Signature;

/** A form in which the newest weights of a run are written for other programs. */
public enum WeightsForm {
    /** Named as here; every network has it. */
    SAFETENSORS("safetensors", ".safetensors"),
    /** Named and ordered as PyTorch's modules have them, as safetensors. */
    PYTORCH("PyTorch", " for PyTorch.safetensors"),
    /** A model that computes. */
    ONNX("ONNX", ".onnx");

    private final String label;
    private final String ending;

    WeightsForm(String label, String ending) {
        this.label = label;
        this.ending = ending;
    }

    /** For people: "PyTorch". */
    public String label() {
        return label;
    }

    /** How the names of such files end. */
    public String ending() {
        return ending;
    }

    /** Why there is no such file of an architecture, whatever its weights; empty where there is one. */
    public Optional<String> refusal(ModelSettings model) {
        try {
            switch (this) {
                case SAFETENSORS -> {}
                case PYTORCH -> Export.requirePyTorch(model);
                case ONNX -> Export.requireOnnx(model);
            }
            return Optional.empty();
        } catch (ExchangeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Writes the newest weights that are saved in a run's folder, and a page beside them that says how the network is fed; files that are
     * there are replaced. Reads the task's data only where the run does not know its signature.
     *
     * @param experiment of the run
     * @return a sentence that says what was written
     * @throws RunException where the run has none
     * @throws ExchangeException where such a file cannot hold them
     */
    public String write(RunFolder run, Experiment experiment, Path file) {
        Checkpoint checkpoint = run.checkpoint()
                .orElseThrow(() -> new RunException(run.path(), "has no weights yet; train it first", null));
        Signature signature = SignatureFile.of(run, experiment);
        ModelCard card = new ModelCard(signature, experiment.name());
        Provenance provenance = new Provenance(experiment.name(), checkpoint.update(), card.words());
        Export export = new Export(experiment.model(), checkpoint.parameters(), provenance);
        byte[] bytes = switch (this) {
            case SAFETENSORS -> export.safetensors();
            case PYTORCH -> export.pyTorch();
            case ONNX -> export.onnx(signature.loss());
        };
        AtomicFile.write(file.toAbsolutePath(), bytes);
        AtomicFile.write(
                file.toAbsolutePath().resolveSibling(file.getFileName() + ".md"),
                card.page(this, file).getBytes(StandardCharsets.UTF_8));
        return String.format(
                Locale.ROOT,
                "%s: %s after %,d updates, %s",
                file,
                experiment.name(),
                checkpoint.update(),
                name().toLowerCase(Locale.ROOT));
    }
}
