using System.Text;
using HealthBao.HealthCode.Sessions;
using Microsoft.AspNetCore.Http;

namespace HealthBao.HealthCode.Tests.Sessions;

public sealed class SessionTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private RunningHealthCode system = null!;

    private SessionGate Gate => system.Service<SessionGate>();

    public async Task InitializeAsync() => system = await RunningHealthCode.StartAsync();

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task A_session_proven_today_lets_its_person_in_masked()
    {
        var session = Gate.Enter(With(await system.OpenSessionAsync(Zhang)));
        Assert.Equal(("张*", "11**************2X"), (session!.Identity.Name.ToString(), session.Identity.DocumentNumber));
        Assert.Equal(system.Service<HealthCode.People.PersonRegister>().RefOf(Zhang.Document), session.Person);
    }

    [Fact]
    public async Task After_midnight_a_session_asks_for_the_face_again_and_then_has_the_new_day_s_key()
    {
        var token = await system.OpenSessionAsync(Zhang);
        system.Clock.Advance(TimeSpan.FromDays(1));
        var http = With(token);
        Assert.Null(Gate.Enter(http));
        Assert.Same(SessionRefusal.FaceNeeded, Gate.RefusalOf(http));
        var sessions = system.Service<OpenSession>();
        var known = sessions.Find(SessionToken.Of(http.Request)!)!;
        await sessions.ProveAsync(SessionToken.Of(http.Request)!, known.Name, known.Documents, known.Row.Device);
        Assert.Equal(system.Service<HealthCode.People.PersonRegister>().RefOf(Zhang.Document), Gate.Enter(With(token))!.Person);
    }

    [Fact]
    public async Task A_person_s_oldest_session_ends_when_there_are_too_many()
    {
        var first = await system.OpenSessionAsync(Zhang);
        for (var i = 0; i < 3; i++)
        {
            system.Clock.Advance(TimeSpan.FromSeconds(1));
            await system.OpenSessionAsync(Zhang);
        }

        Assert.Null(Gate.Enter(With(first)));
        Assert.Same(SessionRefusal.NoSession, Gate.RefusalOf(With(first)));
    }

    [Fact]
    public async Task Neither_the_token_nor_the_number_nor_the_name_lies_in_any_file()
    {
        var token = await system.OpenSessionAsync(Zhang);
        foreach (var path in Directory.EnumerateFiles(system.Directory, "*", SearchOption.AllDirectories))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes);
            foreach (var text in (string[])[token, Zhang.Number, Zhang.Name]) Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) < 0, Path.GetFileName(path));
        }
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Who_has_no_session_is_told_where_to_begin(string authorization)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = authorization;
        Assert.Null(Gate.Enter(http));
        Assert.Same(SessionRefusal.NoSession, Gate.RefusalOf(http));
    }

    private DefaultHttpContext With(string token)
    {
        var http = new DefaultHttpContext();
        (http.Request.Method, http.Request.Path) = ("GET", "/v1/me/status");
        http.Request.Headers.Authorization = "Bearer " + token;
        http.Request.Headers[DeviceProof.Header] = DeviceProof.Sign(system.Device, "GET", "/v1/me/status", token, system.Clock.GetUtcNow());
        return http;
    }
}
