package dev.rollcall.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Sha256;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.Defect.Kind;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Suite L: nights that somebody changed are named, each by the object; nights that nobody
 * changed are not.
 */
@Tag("once")
class TamperTests {

	private static final long SEED = 20261124;

	private static final NightId MONDAY = SmallNights.night("2026-11-16", 1);

	private static final NightId TUESDAY = SmallNights.night("2026-11-17", 1);

	private static final NightId TUESDAY_AGAIN = SmallNights.night("2026-11-17", 2);

	private static final NightId THURSDAY = SmallNights.night("2026-11-19", 1);

	private static final NightId FRIDAY = SmallNights.night("2026-11-20", 1);

	private static final List<NightId> NIGHTS = List.of(MONDAY, TUESDAY, TUESDAY_AGAIN, THURSDAY, FRIDAY);

	private static final Workspace workspace = new Workspace();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path directory;

	private final Map<String, Case> cases = new LinkedHashMap<>();

	@BeforeAll
	static void publish() {
		publish("signed", SmallNights.signed(directory, "ours"), "o-1", NIGHTS);
		publish("unsigned", Sealing.NONE, "o-1", NIGHTS);
		publish("foreign", Sealing.NONE, "o-2", List.of(SmallNights.night("2026-11-21", 1)));
		publish("stranger", SmallNights.signed(directory, "theirs"), "o-1", NIGHTS);
	}

	private static void publish(String name, Sealing sealing, String organization, List<NightId> nights) {
		SmallNights small = nights(name, sealing, organization);
		nights.forEach((night) -> small.publish(night, false));
	}

	private static SmallNights nights(String name, Sealing sealing, String organization) {
		return new SmallNights(Output.at(directory.resolve(name).toString()), workspace, sealing, organization);
	}

	@AfterAll
	static void clean() {
		workspace.close();
	}

	@Test
	void namesWhatWasDoneToNights() {
		objects();
		manifests();
		commits();
		chain();
		signatures();
		List<String> escaped = new ArrayList<>();
		this.cases.forEach((name, tampered) -> {
			List<Defect> defects = verify(name, tampered);
			if (defects.isEmpty() || !isExpected(defects.get(0), tampered)) {
				escaped.add(name + " gave " + defects);
			}
		});
		System.out.printf("L tamper: %d injected, %d held (seed %d)%n", this.cases.size(),
				this.cases.size() - escaped.size(), SEED);
		assertThat(escaped).isEmpty();
		assertThat(this.cases).hasSizeGreaterThan(25);
	}

	private static boolean isExpected(Defect defect, Case tampered) {
		return defect.kind() == tampered.kind() && defect.key().equals(tampered.key());
	}

	private void objects() {
		String data = TUESDAY.data("finding");
		add("a byte of a Parquet file", Kind.ALTERED, data, (files) -> files.flip(data, 40));
		add("a workbook with more at its end", Kind.ALTERED, MONDAY.workbook(),
				(files) -> files.edit(MONDAY.workbook(), (text) -> text + "more"));
		add("a workbook packed anew", Kind.ALTERED, FRIDAY.workbook(),
				(files) -> files.place(nights("unsigned", Sealing.NONE, "o-1").workbook(FRIDAY, 0), FRIDAY.workbook()));
		add("half a Parquet file", Kind.ALTERED, data,
				(files) -> files.write(data, Arrays.copyOf(files.read(data), 100)));
		add("an empty Parquet file", Kind.ALTERED, data, (files) -> files.write(data, new byte[0]));
		add("a deleted file", Kind.MISSING, data, (files) -> files.delete(data));
		String second = data.replace("part-00000", "part-00001");
		add("an added file", Kind.EXTRA, second, (files) -> files.copy(data, second));
		String workbook = TUESDAY.workbook().substring(0, TUESDAY.workbook().lastIndexOf('/') + 1) + "_new.xlsx";
		add("an added workbook", Kind.EXTRA, workbook, (files) -> files.copy(TUESDAY.workbook(), workbook));
		add("an added dataset", Kind.EXTRA, TUESDAY.data("secret"),
				(files) -> files.copy(data, TUESDAY.data("secret")));
		add("a renamed file", Kind.MOVED, data, (files) -> files.move(data, second));
		add("a file moved to another night", Kind.MOVED, data,
				(files) -> files.move(data, data.replace("2026-11-17", "2026-11-19")));
		add("a file moved out of all nights", Kind.MOVED, data, (files) -> files.move(data, "finding/hidden.parquet"));
		add("two files of a night swapped", Kind.MOVED, TUESDAY.data("account"),
				(files) -> files.swap(data, TUESDAY.data("account")));
		add("a file swapped with another night's", Kind.MOVED, data,
				(files) -> files.swap(data, FRIDAY.data("finding")));
		NightId uncommitted = SmallNights.night("2026-11-18", 1);
		String forged = uncommitted.data("finding");
		add("rows of a committed run in a folder of no run", Kind.EXTRA, forged, (files) -> files.copy(data, forged));
		strangeFolders();
	}

	/**
	 * DuckDB takes a row for that of the run whose name a folder has, whatever it says.
	 */
	private void strangeFolders() {
		String id = TUESDAY.runId();
		Path rows = nights("unsigned", Sealing.NONE, "o-1").file("finding", SmallNights.night("2026-11-18", 7), 3);
		for (String folder : List.of("x/snapshot_date=2026-11-17/run_id=" + id, "run_id=" + id,
				"snapshot_date=2026-11-17/RUN_ID=" + id, "snapshot_date=2026-11-18/run_id=" + id.replace("-", "%2D"),
				"snapshot_date=2026-11-18/run_id=dead/run_id=" + id)) {
			String key = "finding/" + folder + "/rows.parquet";
			add("rows of another run in " + folder, Kind.EXTRA, key, (files) -> files.place(rows, key));
		}
		String hidden = TUESDAY.data("finding").replace("part-00000", ".unfinished-1");
		for (String key : List.of("finding/snapshot_date=2026-11-17\\run_id=" + id + "/part-00000.parquet",
				"finding/snapshot_date=2026-11-18/x\\run_id=" + id + "/rows.parquet",
				"run/snapshot_date=2026-11-18\\attempt=1/run.parquet")) {
			add("backslashes in " + key.replace('\\', '-').replace('/', '-'), Kind.EXTRA, key,
					(files) -> files.place(rows, key));
		}
		String outside = "finding/snapshot_date=2026-11-10/run_id=" + id + "/part-00000.parquet";
		this.cases.put("rows of a run in the range outside of it",
				new Case(Kind.EXTRA, outside, (files) -> files.place(rows, outside),
						new VerificationScope(TUESDAY.snapshotDate(), TUESDAY.snapshotDate(), null), null, "unsigned"));
		String dead = SmallNights.night("2026-11-18", 1).data("finding");
		add("rows of a committed run behind another beginning", Kind.EXTRA, dead, (files) -> {
			files.copy(TUESDAY.data("finding"), dead);
			files.flip(dead, 0);
		});
		add("rows of a committed run behind made-up statistics", Kind.EXTRA, dead,
				(files) -> files.write(dead, withoutStatistics(files.read(TUESDAY.data("finding")), id)));
		add("a hidden file", Kind.EXTRA, hidden, (files) -> files.place(rows, hidden));
		String unnamed = "finding/rows";
		add("rows of a committed run in a file of no type", Kind.EXTRA, unnamed,
				(files) -> files.copy(TUESDAY.data("finding"), unnamed));
		String commit = "run/snapshot_date=2026-11-18/attempt=9/";
		add("a hidden commit", Kind.EXTRA, commit + ".unfinished-1.parquet",
				(files) -> files.copy(TUESDAY.commit(), commit + ".unfinished-1.parquet"));
		add("a commit of no type", Kind.EXTRA, commit + "run", (files) -> files.copy(TUESDAY.commit(), commit + "run"));
	}

	/** A footer that says that no row is of a run. */
	private static byte[] withoutStatistics(byte[] parquet, String runId) {
		int footer = parquet.length - 8
				- ByteBuffer.wrap(parquet).order(ByteOrder.LITTLE_ENDIAN).getInt(parquet.length - 8);
		String text = new String(parquet, StandardCharsets.ISO_8859_1);
		String changed = text.substring(footer).replace(runId, "z".repeat(runId.length()));
		assertThat(changed).isNotEqualTo(text.substring(footer));
		return (text.substring(0, footer) + changed).getBytes(StandardCharsets.ISO_8859_1);
	}

	private void manifests() {
		String key = TUESDAY.manifest();
		add("an edited manifest", Kind.ALTERED, key, (files) -> files.edit(key, TamperTests::noGaps));
		add("a deleted manifest", Kind.MISSING, key, (files) -> files.delete(key));
		add("manifests swapped", Kind.ALTERED, key, (files) -> files.swap(key, FRIDAY.manifest()));
		add("half a manifest, rehashed", Kind.ALTERED, key,
				(files) -> files.rehash(TUESDAY, (json) -> json.substring(0, json.length() / 2)));
		add("a manifest of brackets, rehashed", Kind.ALTERED, key,
				(files) -> files.rehash(TUESDAY, (json) -> "[".repeat(200_000)));
		add("a manifest that is a number, rehashed", Kind.ALTERED, key,
				(files) -> files.rehash(TUESDAY, (json) -> "17"));
		add("a manifest with a value twice, rehashed", Kind.ALTERED, key,
				(files) -> files.rehash(TUESDAY, (json) -> json.replaceFirst("\\{", "{ \"gaps\" : 0,")));
		add("fifty megabytes of keys, rehashed", Kind.ALTERED, key, (files) -> files.rehash(TUESDAY,
				(json) -> json.replaceFirst("\"key\" : \"[^\"]+\"", "\"key\" : \"" + "k".repeat(50_000_000) + "\"")));
		add("a key that climbs, rehashed", Kind.MOVED, "../../etc/passwd",
				(files) -> files.rehash(TUESDAY, (json) -> firstKey(json, "../../etc/passwd")));
		add("an absolute key, rehashed", Kind.MOVED, "/etc/passwd",
				(files) -> files.rehash(TUESDAY, (json) -> firstKey(json, "/etc/passwd")));
		add("a key of another night, rehashed", Kind.MOVED, FRIDAY.data("account"),
				(files) -> files.rehash(TUESDAY, (json) -> firstKey(json, FRIDAY.data("account"))));
		add("a key twice, rehashed", Kind.ALTERED, key, (files) -> files.rehash(TUESDAY,
				(json) -> json.replace(TUESDAY.data("finding"), TUESDAY.data("account"))));
		add("another number of rows, rehashed", Kind.ALTERED, key,
				(files) -> files.rehash(TUESDAY, (json) -> json.replaceFirst("\"rows\" : 3", "\"rows\" : 4")));
		add("another number of bytes, rehashed", Kind.ALTERED, key,
				(files) -> files.rehash(TUESDAY, (json) -> json.replaceFirst("\"bytes\" : ", "\"bytes\" : 1")));
		add("a number that is none, rehashed", Kind.ALTERED, key,
				(files) -> files.rehash(TUESDAY, (json) -> json.replaceFirst("\"bytes\" : ", "\"bytes\" : 1e999")));
	}

	private void commits() {
		String key = TUESDAY.commit();
		add("a commit that is none", Kind.ALTERED, key, (files) -> files.write(key, new byte[] { 1, 2, 3 }));
		add("an empty commit", Kind.ALTERED, key, (files) -> files.write(key, new byte[0]));
		add("half a commit", Kind.ALTERED, key, (files) -> files.write(key, Arrays.copyOf(files.read(key), 200)));
		add("a commit of two rows", Kind.ALTERED, key, (files) -> {
			Run run = files.run(TUESDAY);
			files.writeCommit(TUESDAY, run, run);
		});
		add("a commit that says another number", Kind.ALTERED, key,
				(files) -> files.rewriteCommit(TUESDAY, Tampering::withoutGaps));
		add("a commit under another attempt", Kind.MOVED, FRIDAY.commit().replace("attempt=1", "attempt=2"),
				(files) -> files.copy(FRIDAY.commit(), FRIDAY.commit().replace("attempt=1", "attempt=2")));
		add("a commit under another date", Kind.MOVED, key.replace("11-17", "11-18"),
				(files) -> files.copy(key, key.replace("11-17", "11-18")));
		add("commits of two nights swapped", Kind.MOVED, key, (files) -> files.swap(key, FRIDAY.commit()));
		String beside = key.replace("run.parquet", "more.parquet");
		add("a file beside the commit", Kind.EXTRA, beside, (files) -> files.copy(key, beside));
		String impossible = key.replace("2026-11-17", "2026-13-45");
		add("a commit of no date", Kind.EXTRA, impossible, (files) -> files.copy(key, impossible));
		String endless = key.replace("attempt=1", "attempt=99999999999");
		add("a commit of an endless attempt", Kind.EXTRA, endless, (files) -> files.copy(key, endless));
	}

	private void chain() {
		add("a night's numbers, rehashed", Kind.BROKEN_CHAIN, FRIDAY.manifest(), (files) -> files.whitewash(THURSDAY));
		add("a deleted first night", Kind.MISSING, MONDAY.commit(), (files) -> files.deleteNight(MONDAY));
		add("a deleted night", Kind.MISSING, THURSDAY.commit(), (files) -> files.deleteNight(THURSDAY));
		add("a deleted attempt", Kind.MISSING, TUESDAY.commit(), (files) -> files.deleteNight(TUESDAY));
		NightId late = SmallNights.night("2026-11-18", 1);
		add("a deleted night that was published late", Kind.MISSING, late.commit(), (files) -> {
			SmallNights nights = new SmallNights(Output.at(files.path("").toString()), workspace, Sealing.NONE, "o-1");
			nights.publish(late, false);
			nights.publish(SmallNights.night("2026-11-21", 1), false);
			files.delete(late.commit());
		});
		NightId early = SmallNights.night("2026-11-14", 1);
		add("a deleted night that was published late, before all others", Kind.MISSING, early.commit(), (files) -> {
			SmallNights nights = new SmallNights(Output.at(files.path("").toString()), workspace, Sealing.NONE, "o-1");
			nights.publish(early, false);
			nights.publish(SmallNights.night("2026-11-21", 1), false);
			files.deleteNight(early);
		});
		add("commits that are none, rehashed", Kind.ALTERED, FRIDAY.manifest(),
				(files) -> files.rehash(FRIDAY, (json) -> json.replace(MONDAY.commit(), "run/commit")));
		add("a deleted commit", Kind.MISSING, THURSDAY.commit(), (files) -> files.delete(THURSDAY.commit()));
		add("a night made anew", Kind.BROKEN_CHAIN, FRIDAY.manifest(), (files) -> {
			files.deleteNight(THURSDAY);
			new SmallNights(Output.at(files.path("").toString()), workspace, Sealing.NONE, "o-1")
				.publish(new NightId(THURSDAY.snapshotDate(), 1, "run-forged"), false);
		});
		add("a night under a new date", Kind.MOVED, MONDAY.manifest().replace("11-16", "11-23"),
				(files) -> files.replay(MONDAY, LocalDate.parse("2026-11-23"), 1), null, "unsigned");
		NightId foreign = SmallNights.night("2026-11-21", 1);
		add("another organization's night", Kind.BROKEN_CHAIN, foreign.manifest(),
				(files) -> new Tampering(directory.resolve("foreign"), workspace).copyNight(foreign, files), null,
				"unsigned");
		String latest = "0".repeat(64);
		this.cases.put("nights cut off at the end", new Case(Kind.BROKEN_CHAIN, THURSDAY.manifest(),
				(files) -> files.deleteNight(FRIDAY), new VerificationScope(null, null, latest), null, "unsigned"));
		this.cases.put("all nights cut off",
				new Case(Kind.MISSING, "run/", (files) -> NIGHTS.forEach(files::deleteNight),
						new VerificationScope(null, null, latest), null, "unsigned"));
	}

	private void signatures() {
		String key = NightSignature.key(FRIDAY.manifest());
		add("a signature taken away", Kind.MISSING, key, (files) -> files.delete(key), null, "signed");
		add("a signature taken away, with the key", Kind.MISSING, key, (files) -> files.delete(key), "ours", "signed");
		add("a signature taken away and its mention, rehashed", Kind.SIGNATURE, FRIDAY.manifest(), (files) -> {
			files.delete(key);
			files.rehash(FRIDAY, (json) -> json.replaceFirst("(?s)\"signed_by\" : \\{[^}]*}", "\"signed_by\" : null"));
		}, "ours", "signed");
		add("a last night's numbers, rehashed", Kind.SIGNATURE, key, (files) -> files.whitewash(FRIDAY), null,
				"signed");
		add("a last night's numbers, rehashed, with the key", Kind.SIGNATURE, key, (files) -> files.whitewash(FRIDAY),
				"ours", "signed");
		add("a signed text made to fit", Kind.SIGNATURE, key, (files) -> {
			String before = Sha256.of(files.read(FRIDAY.manifest()));
			files.whitewash(FRIDAY);
			String after = Sha256.of(files.read(FRIDAY.manifest()));
			files.edit(key, (json) -> json.replace(before, after));
		}, "ours", "signed");
		add("another night's signature", Kind.SIGNATURE, key,
				(files) -> files.copy(NightSignature.key(THURSDAY.manifest()), key), "ours", "signed");
		add("a signature that is none", Kind.SIGNATURE, key, (files) -> files.edit(key, (json) -> "{}"), null,
				"signed");
		add("nights that a stranger signed", Kind.SIGNATURE, NightSignature.key(MONDAY.manifest()), (files) -> {
		}, "ours", "stranger");
		add("nights that nobody signed", Kind.SIGNATURE, MONDAY.manifest(), (files) -> {
		}, "ours", "unsigned");
		add("a signature on a night that mentions none", Kind.EXTRA, key,
				(files) -> files.write(key, "{}".getBytes(StandardCharsets.UTF_8)), null, "unsigned");
	}

	private void add(String name, Kind kind, String key, Consumer<Tampering> action) {
		add(name, kind, key, action, null, "unsigned");
	}

	private void add(String name, Kind kind, String key, Consumer<Tampering> action, @Nullable String publicKey,
			String nights) {
		this.cases.put(name, new Case(kind, key, action, new VerificationScope(null, null, null), publicKey, nights));
	}

	private static List<Defect> verify(String name, Case tampered) {
		Path copy = directory.resolve("case " + name);
		copy(directory.resolve(tampered.nights()), copy);
		tampered.action().accept(new Tampering(copy, workspace));
		PublicKeys keys = (tampered.publicKey() != null)
				? PublicKeys.of(List.of(directory.resolve(tampered.publicKey() + ".pub"))) : PublicKeys.of(List.of());
		VerificationReport report = verify(copy, tampered.scope(), keys);
		assertThat(report.toJson()).startsWith("{");
		return report.defects();
	}

	private static VerificationReport verify(Path output, VerificationScope scope, PublicKeys keys) {
		return new Verification(Output.at(output.toString()), workspace, scope, keys, (verified, all) -> {
		}).run();
	}

	private static void copy(Path from, Path to) {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) {
				Path target = to.resolve(from.relativize(file).toString());
				if (Files.isDirectory(file)) {
					Files.createDirectories(target);
				}
				else {
					Files.copy(file, target);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String noGaps(String manifest) {
		return manifest.replace("\"gaps\" : 2", "\"gaps\" : 0");
	}

	private static String firstKey(String manifest, String key) {
		return manifest.replaceFirst("\"key\" : \"[^\"]+\"", "\"key\" : \"" + key + "\"");
	}

	@Test
	void findsNoFaultWithNightsThatNobodyChanged() {
		Random random = new Random(SEED);
		Sealing sealing = SmallNights.signed(directory, "clean");
		SmallNights small = nights("clean", sealing, "o-1");
		List<LocalDate> dates = new ArrayList<>();
		LocalDate next = LocalDate.parse("2026-01-01");
		for (int i = 0; i < 50; i++) {
			boolean again = i > 0 && random.nextInt(6) == 0;
			boolean late = random.nextInt(8) == 0;
			next = next.plusDays(1 + random.nextInt(3) / 2);
			LocalDate date = again ? dates.get(dates.size() - 1) : late ? next.minusDays(random.nextInt(10)) : next;
			int attempt = 1 + (int) dates.stream().filter(date::equals).count();
			dates.add(date);
			small.publish(SmallNights.night(date.toString(), attempt), random.nextInt(5) == 0);
			if (random.nextInt(10) == 0) {
				NightId orphan = new NightId(date, attempt + 1, "orphan-" + i);
				small.putAll(
						new Publication(Output.at(directory.resolve("clean").toString()), orphan, workspace, sealing),
						orphan);
			}
		}
		Path output = directory.resolve("clean");
		new Tampering(output, workspace).write("staging/snapshot_date=2026-01-01/attempt=1/x.zip", new byte[9]);
		PublicKeys keys = PublicKeys.of(List.of(directory.resolve("clean.pub")));
		VerificationReport whole = verify(output, new VerificationScope(null, null, null), keys);
		assertThat(whole.nights()).hasSize(50).allSatisfy((night) -> assertThat(night.signature().valid()).isTrue());
		List<Defect> alarms = new ArrayList<>(whole.defects());
		alarms.addAll(verify(output, new VerificationScope(null, null, whole.latestManifestSha256()),
				PublicKeys.of(List.of()))
			.defects());
		for (LocalDate date : dates.subList(20, 30)) {
			alarms.addAll(verify(output, new VerificationScope(date, date.plusDays(3), null), keys).defects());
		}
		System.out.printf("L tamper: 50 clean nights, %d false alarms (seed %d)%n", alarms.size(), SEED);
		assertThat(alarms).isEmpty();
		assertThat(whole.missingNights()).isNotEmpty();
		assertThat(whole.notes()).anySatisfy((note) -> assertThat(note).contains("was not committed"));
	}

	/**
	 * What lies there and no query reads is noted: somebody may have opened a workbook.
	 */
	@Test
	void findsNoFaultWithWhatNobodyReads() {
		Path copy = directory.resolve("visited");
		copy(directory.resolve("unsigned"), copy);
		Tampering files = new Tampering(copy, workspace);
		String data = TUESDAY.data("finding");
		String workbooks = TUESDAY.workbook().substring(0, TUESDAY.workbook().lastIndexOf('/') + 1);
		List<String> keys = List.of(data.replace("part-00000.parquet", ".DS_Store"),
				data.replace("part-00000.parquet", "_SUCCESS"), workbooks + "~$rollcall.xlsx",
				workbooks + ".~lock.rollcall.xlsx#", "run/.DS_Store", "backup/run_id=" + TUESDAY.runId() + "/notes.txt",
				"lost+found/x");
		keys.forEach((key) -> files.write(key, new byte[9]));
		files.copy(data, "mine.parquet");
		files.copy(data, "backup/" + data);
		VerificationReport report = verify(copy, new VerificationScope(null, null, null), PublicKeys.of(List.of()));
		assertThat(report.defects()).isEmpty();
		assertThat(report.unread()).isEmpty();
		assertThat(report.notes()).singleElement(InstanceOfAssertFactories.STRING)
			.startsWith("8 objects are no part of any night");
	}

	/** What cannot be read has not been seen to be harmless. */
	@Test
	void saysWhatItCouldNotLookInto() {
		Path copy = directory.resolve("unreadable");
		copy(directory.resolve("unsigned"), copy);
		Tampering files = new Tampering(copy, workspace);
		byte[] data = files.read(TUESDAY.data("finding"));
		Arrays.fill(data, 20, data.length - 4, (byte) 1);
		files.write("finding/rows.parquet", data);
		VerificationReport report = verify(copy, new VerificationScope(null, null, null), PublicKeys.of(List.of()));
		assertThat(report.defects()).isEmpty();
		assertThat(report.unread()).singleElement(InstanceOfAssertFactories.STRING).contains("finding/rows.parquet");
	}

	/** A commit is read before anything vouches for it. */
	@Test
	void survivesCommitsOfRandomBytes() {
		Random random = new Random(SEED);
		Path copy = directory.resolve("fuzzed");
		copy(directory.resolve("unsigned"), copy);
		Tampering files = new Tampering(copy, workspace);
		byte[] sound = files.read(FRIDAY.commit());
		int times = Boolean.getBoolean("rollcall.soak") ? 5_000 : 40;
		for (int i = 0; i < times; i++) {
			byte[] content = sound.clone();
			for (int flips = random.nextInt(4); flips >= 0; flips--) {
				content[random.nextInt(content.length)] = (byte) random.nextInt();
			}
			files.write(FRIDAY.commit(), content);
			VerificationReport report = verify(copy,
					new VerificationScope(FRIDAY.snapshotDate(), FRIDAY.snapshotDate(), null),
					PublicKeys.of(List.of()));
			assertThat(report.nights()).hasSize(1);
		}
	}

	/** What is done to nights, and what must be said of it. */
	private record Case(Kind kind, String key, Consumer<Tampering> action, VerificationScope scope,
			@Nullable String publicKey, String nights) {

	}

}
