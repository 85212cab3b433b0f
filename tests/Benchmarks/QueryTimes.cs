using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;
using HealthBao.Sandbox.Composition;
using HealthBao.Sandbox.People;

namespace HealthBao.Benchmarks;

/// <summary>Asks about people whom nobody knows, about known numbers with wrong names and about known people, mixed at random, and compares the times and the bodies.</summary>
internal static class QueryTimes
{
    private const double Significant = 0.01;

    public static async Task<int> RunAsync(int queries, int atOnce, int? floor, CancellationToken cancellation)
    {
        var data = Directory.CreateTempSubdirectory("healthbao-query-times").FullName;
        try
        {
            var options = new SandboxOptions { Separate = true, PortBase = FreePorts.FindShift(), People = 10 * queries, Data = data, StartPatience = TimeSpan.FromMinutes(5), FloorMilliseconds = floor };
            await using var sandbox = await RunningSandbox.StartAsync(options, cancellation);
            var answers = await AskAsync(sandbox.Plan.Hub.Address, Questions(queries), atOnce, cancellation);
            return Judge(answers);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static Question[] Questions(int queries)
    {
        var held = new[] { "beijing", "tianjin", "hebei" }.SelectMany(s => Citizens.Of(s, 10 * queries))
            .Where(c => c is { DocumentType: DocumentType.ResidentId, Expected: HealthStatus.NoAbnormality, NativeCode: not null }).ToArray();
        Random.Shared.Shuffle(held);
        var (known, wrong, unknown) = (held[..queries], held[queries..(2 * queries)], held[(2 * queries)..(3 * queries)]);
        var numbers = held.Select(c => c.DocumentNumber).ToHashSet();
        Question[] questions =
        [
            .. known.Select(c => new Question("known", c.Region, c.Name, c.DocumentNumber)),
            .. wrong.Select(c => new Question("wrong name", c.Region, c.Name[..1] + "错", c.DocumentNumber)),
            .. unknown.Select((c, i) => new Question("unknown person", c.Region, c.Name, Free(c, i, numbers))),
        ];
        Random.Shared.Shuffle(questions);
        return questions;
    }

    // A sound number that nobody in the sandbox has: all its people were born in the last century and a half.
    private static string Free(Citizen citizen, int turn, HashSet<string> numbers)
    {
        var number = MadeUpNumber.Eighteen(citizen.DocumentNumber[..6], new DateOnly(1870, 1, 1).AddDays(turn / 999), turn % 999);
        return numbers.Contains(number) ? throw new InvalidOperationException("A number that should be free is not.") : number;
    }

    private static async Task<IReadOnlyCollection<Answer>> AskAsync(string hub, Question[] questions, int atOnce, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var (token, until) = ("", DateTimeOffset.MinValue);
        using var signingIn = new SemaphoreSlim(1);
        var answers = new ConcurrentBag<Answer>();
        await Parallel.ForEachAsync(questions, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation }, async (question, stop) =>
        {
            await signingIn.WaitAsync(stop);
            if (TimeProvider.System.GetUtcNow() >= until) (token, until) = (await http.GetStringAsync(hub + "/sandbox/token/tianjin-gate", stop), TimeProvider.System.GetUtcNow().AddMinutes(2));
            signingIn.Release();
            using var request = new HttpRequestMessage(HttpMethod.Post, hub + "/v1/status-queries") { Content = JsonContent.Create(question.Body) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var start = Stopwatch.GetTimestamp();
            using var response = await http.SendAsync(request, stop);
            var body = await response.Content.ReadAsStringAsync(stop);
            var time = Stopwatch.GetElapsedTime(start);
            response.EnsureSuccessStatusCode();
            answers.Add(new(question, time.TotalMilliseconds, Likeness(body)));
        });
        return answers;
    }

    // What must be alike in all answers of one region: everything but the answer's own id.
    private static string Likeness(string body)
    {
        var answer = JsonNode.Parse(body)!.AsObject();
        answer["id"] = null;
        return answer.ToJsonString();
    }

    private static int Judge(IReadOnlyCollection<Answer> answers)
    {
        double[] Times(string sort) => [.. answers.Where(a => a.Question.Sort == sort).Select(a => a.Milliseconds).Order()];
        foreach (var sort in (string[])["unknown person", "wrong name", "known"])
        {
            var times = Times(sort);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sort}: {times.Length} answers, p5 {times[times.Length / 20]:F2} ms, p50 {times[times.Length / 2]:F2} ms, p95 {times[times.Length * 19 / 20]:F2} ms"));
        }

        var bodies = answers.Where(a => a.Question.Sort != "known").GroupBy(a => a.Question.Region).ToDictionary(g => g.Key, g => g.Select(a => a.Body).Distinct().Count());
        var (u, d) = (TwoSamples.MannWhitney(Times("unknown person"), Times("wrong name")), TwoSamples.KolmogorovSmirnov(Times("unknown person"), Times("wrong name")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"unknown person and wrong name: Mann-Whitney p = {u:F4}, Kolmogorov-Smirnov p = {d:F4}; told apart below {Significant}"));
        Console.WriteLine("different bodies by region, 1 is alike: " + string.Join(", ", bodies.Select(b => $"{b.Key} {b.Value}")));
        return u < Significant || d < Significant || bodies.Any(b => b.Value != 1) ? 1 : 0;
    }

    private sealed record Question(string Sort, string Region, string Name, string Number)
    {
        public object Body => new { region = Region, name = Name, documentType = "resident-id", documentNumber = Number, destination = "120000", scene = "community", purpose = "epidemic-control" };
    }

    private sealed record Answer(Question Question, double Milliseconds, string Body);
}
