package dev.rollcall.organization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.account.Pages;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;

/**
 * The root and the units below it, each with the way from the root down to it. A unit
 * that is deleted while they are read is none of them.
 */
final class UnitTree {

	private final OrganizationsClient organizations;

	private final Map<String, List<Unit>> ways = new LinkedHashMap<>();

	private final Set<String> roots = new HashSet<>();

	private UnitTree(OrganizationsClient organizations) {
		this.organizations = organizations;
	}

	static UnitTree read(OrganizationsClient organizations) {
		UnitTree tree = new UnitTree(organizations);
		tree.readRoots();
		List<String> unread = new ArrayList<>(tree.roots);
		while (!unread.isEmpty()) {
			String parent = unread.remove(0);
			tree.reading(parent, () -> unread.addAll(tree.readBelow(parent)));
		}
		return tree;
	}

	private void readRoots() {
		Pages.each(
				(token) -> this.organizations
					.listRoots((request) -> request.maxResults(OrganizationReader.PAGE).nextToken(token)),
				ListRootsResponse::nextToken, (page) -> page.roots().forEach((root) -> {
					this.roots.add(root.id());
					this.ways.put(root.id(), List.of(new Unit(root.id(), root.name())));
				}));
	}

	private List<String> readBelow(String parent) {
		List<String> met = new ArrayList<>();
		Pages.each(
				(token) -> this.organizations.listOrganizationalUnitsForParent(
						(request) -> request.parentId(parent).maxResults(OrganizationReader.PAGE).nextToken(token)),
				ListOrganizationalUnitsForParentResponse::nextToken,
				(page) -> page.organizationalUnits().forEach((unit) -> {
					if (this.ways.putIfAbsent(unit.id(), below(parent, new Unit(unit.id(), unit.name()))) == null) {
						met.add(unit.id());
					}
				}));
		return met;
	}

	private List<Unit> below(String parent, Unit unit) {
		List<Unit> way = new ArrayList<>(way(parent));
		way.add(unit);
		return List.copyOf(way);
	}

	/**
	 * Reads something of a unit. One that is gone leaves the tree; a root cannot be gone,
	 * and is asked once more.
	 * @return whether the unit is there
	 */
	boolean reading(String unit, Runnable part) {
		try {
			part.run();
			return true;
		}
		catch (AwsServiceException ex) {
			if (!Vanished.isSaidBy(ex)) {
				throw ex;
			}
			if (this.roots.contains(unit)) {
				part.run();
				return true;
			}
			this.ways.remove(unit);
			return false;
		}
	}

	/** The ids of the root and of every unit, those above first. */
	List<String> ids() {
		return List.copyOf(this.ways.keySet());
	}

	/** From the root down to a unit; empty where that was not met. */
	List<Unit> way(@Nullable String unit) {
		return this.ways.getOrDefault(unit, List.of());
	}

}
