package org.lethe.contracts.visit;

import java.time.Instant;
import org.lethe.contracts.personal.ConsentText;

/** What the visitor agreed to, word for word, and when. */
public record Consent(ConsentText text, Instant at) {}
