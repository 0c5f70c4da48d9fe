package org.lethe.gdpr.selector;

import static org.lethe.gdpr.selector.SelectorFault.INVALID_MATCH;
import static org.lethe.gdpr.selector.SelectorFault.INVALID_SELECTOR;
import static org.lethe.gdpr.selector.SelectorFault.NETWORK_TOO_WIDE;
import static org.lethe.gdpr.selector.SelectorFault.NO_SUBJECT;
import static org.lethe.gdpr.selector.SelectorFault.TOO_MANY_SELECTORS;
import static org.lethe.gdpr.selector.SelectorFault.UNKNOWN_SELECTOR;
import static org.lethe.gdpr.selector.SelectorFault.UNMARKED_DETAIL;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.Coded;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.InvalidPersonalData;
import org.lethe.contracts.subject.Identifier;
import org.lethe.gdpr.subject.AnyOf;
import org.lethe.gdpr.subject.Match;
import org.lethe.gdpr.subject.Selectors;

/** The selectors of one body as they are read, and all that is wrong with them. */
public final class SelectorReading {

    /** What can't be the name of a selector may be anything; it is not repeated. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    private final Supplier<Set<DetailName>> marked;
    private final Set<VisitId> visits = new LinkedHashSet<>();
    private final Set<ChatId> chats = new LinkedHashSet<>();
    private final Set<LetterId> letters = new LinkedHashSet<>();
    private final Set<AnyOf> identifiers = new LinkedHashSet<>();
    private final Map<SelectorFault, Set<String>> faults = new EnumMap<>(SelectorFault.class);
    private Match match = Match.ANY;

    SelectorReading(Supplier<Set<DetailName>> marked) {
        this.marked = marked;
    }

    /** A name, as it may be told to who sent it. */
    public static String told(String name) {
        return NAME.matcher(name).matches() ? name : "?";
    }

    public void add(NamedSubject named) {
        match(named.match());
        each(named.emails(), value -> addEmail("emails", value));
        each(named.addresses(), value -> one("addresses", value, this::address));
        each(named.networks(), value -> one("networks", value, this::network));
        each(named.details(), value -> one("details", value, this::detail));
        each(named.customerIds(), value -> addCustomerId("customerIds", value));
        each(named.references(), value -> one("references", value, this::reference));
        each(named.visits(), value -> one("visits", value, id -> visits.add(new VisitId(id))));
        each(named.chats(), value -> one("chats", value, id -> chats.add(new ChatId(id))));
        each(named.letters(), value -> one("letters", value, id -> letters.add(new LetterId(id))));
        Map<String, ?> others = Objects.requireNonNullElse(named.others(), Map.of());
        others.keySet().forEach(name -> fault(UNKNOWN_SELECTOR, told(name)));
    }

    /** One e-mail address; the name says where it stood. */
    public void addEmail(String name, @Nullable String value) {
        one(name, value, text -> index(new Identifier.Email(EmailAddress.of(text))));
    }

    /** One value of any detail that names a person. */
    public void addCustomerId(String name, @Nullable String value) {
        one(name, value, text -> customer(name, text));
    }

    /** What was read; of use if nothing is wrong with it. */
    public Selectors selectors() {
        var selectors = new Selectors(visits, chats, letters, identifiers, match);
        if (selectors.isEmpty()) {
            faults.putIfAbsent(NO_SUBJECT, new TreeSet<>());
        }
        if (selectors.indexed().size() > Selectors.MAX_IDENTIFIERS) {
            faults.putIfAbsent(TOO_MANY_SELECTORS, new TreeSet<>());
        }
        return selectors;
    }

    /** All that is wrong, each with the names of the selectors that it is said of. */
    public Map<SelectorFault, Set<String>> faults() {
        return Collections.unmodifiableMap(faults);
    }

    private void match(@Nullable String code) {
        if (code != null) {
            Coded.find(Match.class, code)
                    .ifPresentOrElse(each -> match = each, () -> fault(INVALID_MATCH, "match"));
        }
    }

    private void address(String text) {
        index(new Identifier.Address(ClientAddress.of(text)));
    }

    private void network(String text) {
        Network.parse(text)
                .ifPresentOrElse(
                        network -> {
                            if (network.isTooWide()) {
                                fault(NETWORK_TOO_WIDE, "networks");
                            } else {
                                identifiers.add(new AnyOf(network.identifiers()));
                            }
                        },
                        () -> fault(INVALID_SELECTOR, "networks"));
    }

    private void detail(NamedDetail detail) {
        DetailName name = DetailName.of(Objects.requireNonNullElse(detail.name(), ""));
        DetailText text = DetailText.of(Objects.requireNonNullElse(detail.value(), ""));
        if (name.isEmpty()) {
            fault(INVALID_SELECTOR, "details");
        } else if (marked.get().contains(name)) {
            index(Identifier.ofDetail(name, text));
        } else {
            fault(UNMARKED_DETAIL, "details");
        }
    }

    /** Whichever detail it is: the account alone knows in which it passes the customer's number. */
    private void customer(String selector, String value) {
        DetailText text = DetailText.of(value);
        Set<Identifier> any =
                marked.get().stream()
                        .map(name -> Identifier.ofDetail(name, text))
                        .collect(Collectors.toSet());
        if (any.isEmpty()) {
            fault(UNMARKED_DETAIL, selector);
        } else {
            identifiers.add(new AnyOf(any));
        }
    }

    private void reference(String text) {
        index(new Identifier.Reference(ReferenceNumber.of(text)));
    }

    private void index(Identifier identifier) {
        identifiers.add(AnyOf.one(identifier));
    }

    private static <V> void each(@Nullable List<@Nullable V> values, Consumer<@Nullable V> take) {
        if (values != null) {
            values.forEach(take);
        }
    }

    private <V> void one(String name, @Nullable V value, Consumer<V> take) {
        if (visits.size() + chats.size() + letters.size() + identifiers.size()
                >= Selectors.MAX_SELECTORS) {
            fault(TOO_MANY_SELECTORS, name);
        } else if (value == null) {
            fault(INVALID_SELECTOR, name);
        } else {
            try {
                take.accept(value);
            } catch (InvalidIdException | InvalidPersonalData _) {
                fault(INVALID_SELECTOR, name);
            }
        }
    }

    private void fault(SelectorFault fault, String selector) {
        faults.computeIfAbsent(fault, _ -> new TreeSet<>()).add(selector);
    }
}
