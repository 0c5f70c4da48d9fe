package org.lethe.acceptance.forensics;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.journey.People;
import org.lethe.contracts.scope.Slot;
import org.lethe.contracts.scope.Slots;

/** One person's canaries: every field of the list holds its own. */
final class Canaries {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz23456789";
    private static final RandomGenerator RANDOM = new SecureRandom();

    private final List<Canary> all = new ArrayList<>();
    private final Set<Slot<?>> slots = new HashSet<>();
    private final Persona persona;

    /**
     * @param marked the detail that the site passes, if it is one that the account knows by its
     *     name
     */
    private Canaries(Supplier<String> addresses, Optional<String> marked) {
        String name = plant("name", "Zoë \"%s\"", Slots.CHAT_FORM, Slots.LETTER_BODY);
        String email = plant("e-mail", "%s@visitor.example", Slots.CHAT_FORM, Slots.LETTER_BODY);
        String question =
                plant("question", "Where is «%s» / parcel?", Slots.CHAT_FORM, Slots.LETTER_BODY);
        String message =
                plant("message", "It's “%s” & more\\less", Slots.CHAT_LOG, Slots.LETTER_BODY);
        String reply =
                plant("operator's message", "«%s», as I said", Slots.CHAT_LOG, Slots.LETTER_BODY);
        String fileName = plant("file name", "%s notes.txt", Slots.CHAT_FILES, Slots.CHAT_LOG);
        String fileContent =
                plant("file content", "line one\n%s\nline three\n", Slots.CHAT_FILE_BYTES);
        String detailKey = marked.orElseGet(() -> plant("custom data key", "%s", Slots.VISIT_VIEW));
        String detailValue = plant("custom data", "cart/%s €", Slots.VISIT_VIEW);
        String pageUrl =
                plant("page URL", "http://shop.example/item/%s?colour=blue", Slots.VISIT_VIEW);
        String referrer = plant("referrer", "http://search.example/?q=%s", Slots.VISIT_VIEW);
        String offline = plant("offline message", "Call me: %s ☎", Slots.LETTER_BODY);
        String address = addresses.get();
        plantAddress(address);
        if (marked.isPresent()) {
            // E-mail, custom data and address name the person in a request.
            slots.add(Slots.ERASURE_REQUEST);
        }
        persona =
                new Persona(
                        name,
                        email,
                        question,
                        message,
                        reply,
                        fileName,
                        fileContent,
                        detailKey,
                        detailValue,
                        pageUrl,
                        referrer,
                        offline,
                        address);
    }

    /** Somebody with an address of version 6, whose sixteen packed bytes can't occur by chance. */
    static Canaries sow() {
        return new Canaries(Canaries::addressOfVersion6, Optional.empty());
    }

    /** Somebody with an address of version 4, which software packs in other ways. */
    static Canaries sowVersion4() {
        return new Canaries(Canaries::addressOfVersion4, Optional.empty());
    }

    /** Somebody whom all that they give away can name: the account has marked their detail. */
    static Canaries sowNamed() {
        return new Canaries(Canaries::addressOfVersion6, Optional.of(People.MARKED_DETAIL));
    }

    /** What somebody's browser sends with every request and handshake; nobody keeps it. */
    static Canary sowCookie() {
        String core = core();
        return new Canary("cookie", "seen=" + core, core);
    }

    Persona persona() {
        return persona;
    }

    List<Canary> all() {
        return List.copyOf(all);
    }

    /** The slots of the catalogue that these come to lie in. */
    Set<Slot<?>> slots() {
        return Set.copyOf(slots);
    }

    private String plant(String field, String pattern, Slot<?>... into) {
        slots.addAll(List.of(into));
        String core = core();
        String value = pattern.formatted(core);
        all.add(new Canary(field, value, core));
        return value;
    }

    private static String core() {
        StringBuilder core = new StringBuilder("zqx");
        for (int i = 0; i < 17; i++) {
            core.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return core.toString();
    }

    /**
     * The local stack's name server makes the host name of the address, so that it is a canary too.
     */
    private void plantAddress(String address) {
        slots.addAll(List.of(Slots.VISIT_ADDRESS, Slots.CHAT_ADDRESS, Slots.LETTER_ADDRESS));
        String host = address.replace(':', '-').replace('.', '-');
        all.add(new Canary("IP", address, address));
        all.add(new Canary("host name", host, host));
    }

    private static String addressOfVersion6() {
        StringBuilder address = new StringBuilder("2001:db8");
        for (int group = 0; group < 6; group++) {
            address.append(':').append(Integer.toHexString(0x1000 + RANDOM.nextInt(0xefff)));
        }
        return address.toString();
    }

    /** Of the range for benchmarks (RFC 2544), with parts that are as long as they can be. */
    private static String addressOfVersion4() {
        return "198.19." + (100 + RANDOM.nextInt(155)) + '.' + (100 + RANDOM.nextInt(155));
    }
}
