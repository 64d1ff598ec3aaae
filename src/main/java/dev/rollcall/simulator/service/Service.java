package dev.rollcall.simulator.service;

import java.util.List;

import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Protocol;

/**
 * A service.
 *
 * @param name by which signatures are scoped and IAM actions begin
 * @param regional whether each Region answers for itself
 */
public record Service(String name, boolean regional, Protocol protocol, List<Operation<?>> operations) {

	public Service {
		operations = List.copyOf(operations);
	}

}
