/**
 * Visitor, operator and privacy officer as real clients: HTTP and WebSocket through the gateway,
 * nothing else.
 */
@NullMarked
package org.lethe.acceptance.client;

import org.jspecify.annotations.NullMarked;
