package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.opendsr.OpenDsrError.Objection;
import org.lethe.gdpr.opendsr.RequestBody.Identity;
import org.lethe.gdpr.processor.OpenDsrSettings;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.selector.NamedSubject;
import org.lethe.gdpr.selector.SelectorReader;
import org.lethe.gdpr.selector.SelectorReading;
import org.lethe.gdpr.subject.Selectors;

/** Reads whom a request is about: OpenDSR's identities, and the extension under our domain. */
@ApplicationScoped
class SubjectReader {

    private final OpenDsrSettings config;
    private final SelectorReader selectors;

    SubjectReader(OpenDsrSettings config, SelectorReader selectors) {
        this.config = config;
        this.selectors = selectors;
    }

    /** Objects to what can't be understood, by the name of the selector or the identity's type. */
    Selectors read(
            AccountId account,
            Author by,
            RequestBody body,
            Map<Objection, Set<String>> objections) {
        SelectorReading reading =
                by.isAlone() ? selectors.reading(account) : selectors.readingOfAnyAccount();
        List<@Nullable Identity> identities =
                Objects.requireNonNullElse(body.subjectIdentities(), List.<@Nullable Identity>of());
        identities.forEach(identity -> read(identity, reading, objections));
        reading.add(own(body));
        Selectors read = reading.selectors();
        reading.faults().forEach((fault, names) -> objections.put(Objection.of(fault), names));
        return read;
    }

    /** The extension under our domain. */
    NamedSubject own(RequestBody body) {
        return Optional.ofNullable(body.extensions())
                .map(extensions -> extensions.get(config.domain()))
                .orElse(NamedSubject.NOBODY);
    }

    private static void read(
            @Nullable Identity identity,
            SelectorReading reading,
            Map<Objection, Set<String>> objections) {
        String type = identity == null ? null : identity.identityType();
        Optional<SupportedIdentity> supported = SupportedIdentity.find(type);
        if (identity == null || supported.isEmpty()) {
            String name = SelectorReading.told(Objects.requireNonNullElse(type, ""));
            object(objections, Objection.UNSUPPORTED_IDENTITY, name);
            return;
        }
        String name = supported.get().code();
        if (!SupportedIdentity.FORMAT.equals(identity.identityFormat())) {
            object(objections, Objection.UNSUPPORTED_FORMAT, name);
            return;
        }
        JsonNode value = identity.identityValue();
        String text = value != null && value.isTextual() ? value.textValue() : null;
        switch (supported.get()) {
            case EMAIL -> reading.addEmail(name, text);
            case CONTROLLER_CUSTOMER_ID -> reading.addCustomerId(name, text);
        }
    }

    private static void object(
            Map<Objection, Set<String>> objections, Objection objection, String name) {
        objections.computeIfAbsent(objection, _ -> new TreeSet<>()).add(name);
    }
}
