/** The service against the real Redis, Kafka and Keycloak. */
@NullMarked
package org.lethe.gdpr.it;

import org.jspecify.annotations.NullMarked;
