package unroll.engine.experiment;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.backend.Accelerator;
import unroll.engine.backend.Accelerator.Available;
import unroll.engine.backend.Accelerator.Unavailable;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.Products;
import unroll.engine.backend.ReferenceBackend;

/**
 * Something that a run can be computed on on this machine, or why it cannot.
 *
 * @param settings what chooses it: "device=cuda card=0"
 * @param words what it is, or why it cannot be used
 */
public record DeviceOffer(String settings, String words) {
    /** All there is: the processor, every graphics card or why there is none, and the reference. */
    public static List<DeviceOffer> all() {
        List<DeviceOffer> offers = new ArrayList<>();
        offers.add(new DeviceOffer("device=cpu", CpuBackend.of(Precision.SINGLE).description()));
        int card = 0;
        while (card(card) instanceof Available there) {
            offers.add(new DeviceOffer("device=cuda card=" + card++, there.name()));
        }
        if (card == 0 && card(card) instanceof Unavailable(String reason)) {
            offers.add(new DeviceOffer("device=cuda", "cannot be used: " + reason));
        }
        offers.add(new DeviceOffer("device=reference", new ReferenceBackend().description()));
        return offers;
    }

    private static Accelerator.Offer card(int number) {
        return Accelerator.found(number, Precision.SINGLE, Products.EXACT);
    }
}
