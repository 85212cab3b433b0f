using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Regions.Beijing;
using HealthBao.Sandbox.People;
using HealthBao.Sandbox.StandIns;

namespace HealthBao.Interop.Tests.StandIns;

public sealed class BeijingStandInTests : IAsyncLifetime
{
    private StandInHost host = null!;
    private IRegionAdapter adapter = null!;

    public static TheoryData<string> People { get; } = new(BeijingCast.All.Select(c => c.DocumentNumber));

    public async Task InitializeAsync()
    {
        host = await StandInHost.StartAsync(app =>
            BeijingStandIn.Map(app, new Population(BeijingCast.All), StandInKeys.Beijing, StandInHost.Clock));
        adapter = new BeijingAdapter(Context());
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory, MemberData(nameof(People))]
    public async Task Everybody_of_the_cast_is_known_by_code_and_by_document(string documentNumber)
    {
        var citizen = BeijingCast.All.Single(c => c.DocumentNumber == documentNumber);

        (await adapter.AskByCodeAsync(citizen.NativeCode!, CancellationToken.None)).IsAbout(citizen);
        (await adapter.AskAsync(citizen)).IsAbout(citizen);
    }

    [Fact]
    public async Task A_code_that_nobody_has_is_unknown() =>
        Assert.IsType<EnquiryOutcome.CodeUnknown>(await adapter.AskByCodeAsync("BJJKB:AAAAAAAAAAAAAAAAAAAAAAAA", CancellationToken.None));

    [Fact]
    public async Task An_unknown_person_is_not_held() =>
        Assert.IsType<EnquiryOutcome.NotHeld>(await adapter.AskAsync(BeijingCast.All[0] with { DocumentNumber = "11010519491231002X" }));

    [Fact]
    public async Task A_wrong_name_is_told_like_an_unknown_person() =>
        Assert.IsType<EnquiryOutcome.NotHeld>(await adapter.AskAsync(BeijingCast.All[0] with { Name = "张三" }));

    [Fact]
    public async Task A_change_at_the_source_is_seen_at_the_next_question()
    {
        var people = new Population(BeijingCast.All);
        await using var changing = await StandInHost.StartAsync(app => BeijingStandIn.Map(app, people, StandInKeys.Beijing, StandInHost.Clock));
        var asking = new BeijingAdapter(Context(changing));
        var (before, native) = (BeijingCast.All[0], BeijingCast.All[3].Native);

        people.SetNative(before.DocumentNumber, native);

        (await asking.AskAsync(before)).IsAbout(before with { Native = native, Expected = BeijingCast.All[3].Expected });
    }

    [Fact]
    public async Task A_question_signed_with_another_secret_is_refused()
    {
        var stranger = new BeijingAdapter(Context(secret: "another-secret-than-theirs"));

        Assert.Equal(new EnquiryOutcome.SourceFailed(SourceFault.Faulted), await stranger.AskAsync(BeijingCast.All[0]));
    }

    private RegionContext Context(StandInHost? at = null, string secret = StandInKeys.Secret) =>
        (at ?? host).Context("Beijing", ("AppId", StandInKeys.AppId), ("Secret", secret));
}
